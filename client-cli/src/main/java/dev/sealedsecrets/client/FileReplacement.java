package dev.sealedsecrets.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file as a whole or not at all: into a temporary file beside it that only its owner can read, forced to disk,
 * renamed over the target, and the folder forced to disk as well. After a failure the target is what it was and the
 * temporary file is gone.
 *
 * <p>Guarantees: nobody sees half a file, and what is written is never readable by others on its way. Does not
 * guarantee: anything against another program that writes the same file at the same time; the last rename counts.
 */
public final class FileReplacement {

    private final Path target;
    private final Path folder;
    private final boolean keepsAttributes;
    private final String name;

    private FileReplacement(Path target, Path folder, boolean keepsAttributes, String name) {
        this.target = target;
        this.folder = folder;
        this.keepsAttributes = keepsAttributes;
        this.name = name;
    }

    /**
     * A file of mode 0600 in place of whatever was there; a symbolic link is replaced, not followed.
     *
     * @param name the file as the user calls it, for messages
     * @throws ClientException when the folder is missing or the target is something else than a file
     */
    public static FileReplacement with(Path target, String name) throws ClientException {
        return checked(target.toAbsolutePath(), false, name);
    }

    /**
     * New contents for an existing file that keeps its mode and owner; a symbolic link stays, its target is written.
     *
     * @param name the file as the user calls it, for messages
     * @throws ClientException when there is no such file
     */
    public static FileReplacement keepingAttributes(Path target, String name) throws ClientException {
        try {
            return checked(target.toRealPath(), true, name);
        } catch (IOException e) {
            throw FileFailure.of("cannot write", name, e);
        }
    }

    private static FileReplacement checked(Path target, boolean keepsAttributes, String name) throws ClientException {
        @Nullable Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new ClientException("cannot write " + name + ": is a directory");
        }
        if (!Files.isDirectory(folder)) {
            throw new ClientException("cannot write " + name + ": no such directory: " + folder);
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new ClientException("cannot write " + name + ": not a regular file");
        }
        return new FileReplacement(target, folder, keepsAttributes, name);
    }

    /** Replaces the file by these bytes. */
    public void write(byte[] content) throws ClientException {
        try {
            replace(content);
        } catch (IOException e) {
            throw FileFailure.of("cannot write", name, e);
        }
    }

    private void replace(byte[] content) throws IOException {
        @Nullable Path temporary = Files.createTempFile(folder, ".kubeseal-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            if (keepsAttributes) {
                copyAttributes(temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            temporary = null;
        } finally {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
        forceFolder();
    }

    /** Owner and group first: changing them may clear bits of the mode. What may not be set is left. */
    private void copyAttributes(Path temporary) throws IOException {
        @Nullable PosixFileAttributeView from = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        @Nullable PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes attributes = from.readAttributes();
        PosixFileAttributes current = to.readAttributes();
        if (!attributes.owner().equals(current.owner()) || !attributes.group().equals(current.group())) {
            setOwners(to, attributes);
        }
        to.setPermissions(attributes.permissions());
    }

    private static void setOwners(PosixFileAttributeView view, PosixFileAttributes attributes) {
        try {
            view.setGroup(attributes.group());
            view.setOwner(attributes.owner());
        } catch (IOException e) {
            // Only root may give files away; the writer then owns the new file, as after any edit by rename.
        }
    }

    /** Makes the rename durable. Systems that cannot open a folder for this order renames themselves. */
    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                throw e;
            }
        }
    }
}
