package io.rapport.report.branding;

/** The contrast of colours (WCAG 2, relative luminance). */
final class ColourContrast {

    /** The contrast that text needs at least. */
    static final double READABLE = 4.5;

    private static final int RADIX = 16;
    private static final double MAX = 255;

    private ColourContrast() {}

    /** The contrast of a colour in the form {@code #rrggbb} with white, 1 to 21. */
    static double onWhite(String colour) {
        var luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), RADIX) / MAX;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
