package io.rapport.scoring.topology;

/**
 * What people are judged by.
 *
 * @param day epoch day, {@link Days#NONE} before the brand's first
 * @param model version of the scoring model
 */
record Target(int day, String model) {

    void write(BinaryWriter out) {
        out.number(day).text(model);
    }

    static Target read(BinaryReader in) {
        return new Target(in.integer(), Models.version(in));
    }
}
