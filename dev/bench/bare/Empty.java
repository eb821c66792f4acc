/** What any Java program costs before its first line. */
public class Empty {
    public static void main(String[] arguments) {}
}
