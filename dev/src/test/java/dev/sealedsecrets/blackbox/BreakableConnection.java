package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server that can be frozen, as by a firewall that drops packets, or closed, as by a restart, and opened again. */
final class BreakableConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final String host;
    private final int port;
    private final ServerSocket listening;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean frozen;
    private volatile boolean refusing;

    BreakableConnection(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listening = new ServerSocket(0, 50, InetAddress.getByName(host));
        thread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Nothing goes through, and nobody is told. */
    void freeze() {
        frozen = true;
    }

    /** What is still open goes on; what was asked meanwhile is answered late. */
    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** Everything that is open is closed, and what comes is closed at once, until {@link #serve()}. */
    void refuse() throws IOException {
        refusing = true;
        drop();
    }

    void serve() {
        refusing = false;
    }

    /** Everything that is open is closed, watches too. */
    void drop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(host, port);
                sockets.addAll(List.of(client, server));
                thread(() -> copy(client, server));
                thread(() -> copy(server, client));
            } catch (IOException e) {
                // closed, or the server is away: the next client may have more luck
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                awaitThaw();
                output.write(buffer, 0, length);
                output.flush();
            }
        } catch (IOException e) {
            // one side has gone: closing tells the other
        }
    }

    private synchronized void awaitThaw() {
        try {
            while (frozen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "connection");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        thaw();
        listening.close();
        drop();
    }
}
