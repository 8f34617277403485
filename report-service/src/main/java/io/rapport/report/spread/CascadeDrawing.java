package io.rapport.report.spread;

import io.rapport.report.domain.engagement.SpokenMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The drawing of a cascade, {@value #WIDTH} units wide: a row for each message, indented by how far it is from the first one,
 * with a line from the message it passes on.
 *
 * @param tone the style class
 * @param size the number of messages of the whole cascade
 * @param shown the number of messages that are drawn
 */
record CascadeDrawing(String tone, int size, int shown, int height, List<CascadeDot> dots, List<CascadeEdge> edges) {

    static final int WIDTH = 640;

    private static final int ROW = 26;
    private static final int INDENT = 30;
    private static final int MARGIN = 14;
    private static final int MAX_MESSAGES = 40;
    private static final int MAX_DEPTH = 12;
    private static final int TEXT_OFFSET = 14;

    /** A message: the position of its point and its text. */
    record CascadeDot(int x, int y, int textX, SpokenRow row) {}

    /** The line from a message to one that passes it on, as the attribute {@code d} of a path. */
    record CascadeEdge(String path) {}

    static CascadeDrawing of(CascadeTree tree, Function<SpokenMessage, SpokenRow> rows) {
        var dots = new ArrayList<CascadeDot>();
        var edges = new ArrayList<CascadeEdge>();
        draw(tree, 0, -1, dots, edges, rows);
        return new CascadeDrawing(
                tree.polarity() < 0 ? "bad" : "good",
                tree.size(),
                dots.size(),
                dots.size() * ROW,
                List.copyOf(dots),
                List.copyOf(edges));
    }

    private static void draw(
            CascadeTree tree,
            int depth,
            int parent,
            List<CascadeDot> dots,
            List<CascadeEdge> edges,
            Function<SpokenMessage, SpokenRow> rows) {
        if (dots.size() == MAX_MESSAGES) {
            return;
        }
        var x = MARGIN + INDENT * Math.min(depth, MAX_DEPTH);
        var y = ROW / 2 + ROW * dots.size();
        var index = dots.size();
        dots.add(new CascadeDot(x, y, x + TEXT_OFFSET, rows.apply(tree.message())));
        if (parent >= 0) {
            var from = dots.get(parent);
            edges.add(new CascadeEdge("M%d %dV%dH%d".formatted(from.x(), from.y(), y, x)));
        }
        tree.children().forEach(child -> draw(child, depth + 1, index, dots, edges, rows));
    }
}
