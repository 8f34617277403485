package io.rapport.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A client list that is made while it is read. Of four rows one is broken, in turn by an address that is none, an id with a
 * control character, a row that says nobody's name, and a note that is too long.
 */
final class GeneratedClientList extends InputStream {

    private static final String HEADER =
            "Kundenr,Fornavn,Etternavn,E-post,Mobil,Adresse,Postnr,Poststed,Land,X,Notat\n";
    private static final String NOTE = "Ring helst etter klokken fire. ".repeat(8);
    private static final String LONG_NOTE = NOTE.repeat(5);
    private static final String[] GIVEN = {"Kari", "Ola", "Åse", "Jean-Luc", "Zoë", "Łukasz", "Nils Petter", "Mai"};
    private static final String[] FAMILY = {"Nordmann", "Øye", "van der Berg", "O'Brien", "Müller", "Sørensen"};

    private final long bytes;
    private final boolean onlyGood;
    private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
    private int at;
    private long made;
    private long rows;
    private long good;

    /**
     * A list of so many bytes, and as many more as its last row needs.
     *
     * @param onlyGood whether the broken rows are left out
     */
    GeneratedClientList(long bytes, boolean onlyGood) {
        this.bytes = bytes;
        this.onlyGood = onlyGood;
    }

    /** How many rows were read so far. */
    long rows() {
        return rows;
    }

    /** How many of them can be taken in. */
    long good() {
        return good;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == line.length && !next()) {
            return -1;
        }
        var some = Math.min(length, line.length - at);
        System.arraycopy(line, at, target, offset, some);
        at += some;
        made += some;
        return some;
    }

    private boolean next() {
        if (made >= bytes) {
            return false;
        }
        var n = onlyGood ? good + good / 3 : rows;
        line = row(n).getBytes(StandardCharsets.UTF_8);
        at = 0;
        rows++;
        good += n % 4 == 3 ? 0 : 1;
        return true;
    }

    private static String row(long n) {
        var which = n % 4 == 3 ? (int) (n / 4 % 4) : -1;
        if (which == 2) {
            return ",,,,,Storgata " + n + ",0150,Oslo,Norge,,\"" + NOTE + "\"\n";
        }
        return (which == 1 ? "\u0007" : "")
                + String.join(
                        ",",
                        Long.toString(n),
                        GIVEN[(int) (n % GIVEN.length)],
                        FAMILY[(int) (n % FAMILY.length)],
                        which == 0 ? "nowhere" : "kunde." + n + "@example.no",
                        Long.toString(90_000_000 + n % 10_000_000),
                        "\"Storgata " + n % 200 + ", 2. etg.\"",
                        Long.toString(1_000 + n % 9_000),
                        "Oslo,Norge,@user_" + n,
                        "\"" + (which == 3 ? LONG_NOTE : NOTE) + "\"\n");
    }
}
