package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.parse.Node;
import java.util.Iterator;
import java.util.List;

/** Something under way: frames stand on a stack of their own, so that templates nest without the thread's stack. */
sealed interface Frame {
    /** A list of nodes, the next of which is to be walked. */
    final class Body implements Frame {
        final List<Node> nodes;
        final Slot dot;
        /** Variables declared in the body end with it. */
        final int mark;

        int next;

        Body(Node.Sequence sequence, Slot dot, int mark) {
            this.nodes = sequence.nodes();
            this.dot = dot;
            this.mark = mark;
        }
    }

    /**
     * A range with iterations left.
     *
     * @param outerMark variables before the range
     * @param mark variables inside it, before each iteration
     */
    record Loop(Node.Range range, Iterator<Iteration> iterations, int outerMark, int mark) implements Frame {}

    /** What stands in for a loop without iterations: a break in it ends here, a continue goes on to the loop around it. */
    record Otherwise(int outerMark) implements Frame {}

    /** One turn of a loop. */
    record Iteration(Slot index, Slot element) {}

    /** A called template; what the caller had is kept for the return. */
    record Return(String callerName, Variables callerVariables) implements Frame {}
}
