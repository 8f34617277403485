package io.rapport.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A client list that is generated while it is read. Every fourth row is invalid, in turn by an invalid e-mail address, an id
 * with a control character, a missing client, and a note that is too long.
 */
final class GeneratedClientList extends InputStream {

    private static final String HEADER =
            "Kundenr,Fornavn,Etternavn,E-post,Mobil,Adresse,Postnr,Poststed,Land,X,Notat\n";
    private static final String NOTE = "Ring helst etter klokken fire. ".repeat(8);
    private static final String LONG_NOTE = NOTE.repeat(5);
    private static final String[] GIVEN = {"Kari", "Ola", "Åse", "Jean-Luc", "Zoë", "Łukasz", "Nils Petter", "Mai"};
    private static final String[] FAMILY = {"Nordmann", "Øye", "van der Berg", "O'Brien", "Müller", "Sørensen"};

    private final long bytes;
    private final boolean validOnly;
    private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
    private int at;
    private long generated;
    private long rows;
    private long valid;

    /**
     * A list of at least this number of bytes; it ends with a complete row.
     *
     * @param validOnly whether invalid rows are omitted
     */
    GeneratedClientList(long bytes, boolean validOnly) {
        this.bytes = bytes;
        this.validOnly = validOnly;
    }

    /** The number of rows read so far. */
    long rows() {
        return rows;
    }

    /** The number of valid rows read so far. */
    long validRows() {
        return valid;
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
        var count = Math.min(length, line.length - at);
        System.arraycopy(line, at, target, offset, count);
        at += count;
        generated += count;
        return count;
    }

    private boolean next() {
        if (generated >= bytes) {
            return false;
        }
        var n = validOnly ? valid + valid / 3 : rows;
        line = row(n).getBytes(StandardCharsets.UTF_8);
        at = 0;
        rows++;
        valid += n % 4 == 3 ? 0 : 1;
        return true;
    }

    private static String row(long n) {
        var invalidity = n % 4 == 3 ? (int) (n / 4 % 4) : -1;
        if (invalidity == 2) {
            return ",,,,,Storgata " + n + ",0150,Oslo,Norge,,\"" + NOTE + "\"\n";
        }
        return (invalidity == 1 ? "\u0007" : "")
                + String.join(
                        ",",
                        Long.toString(n),
                        GIVEN[(int) (n % GIVEN.length)],
                        FAMILY[(int) (n % FAMILY.length)],
                        invalidity == 0 ? "nowhere" : "kunde." + n + "@example.no",
                        Long.toString(90_000_000 + n % 10_000_000),
                        "\"Storgata " + n % 200 + ", 2. etg.\"",
                        Long.toString(1_000 + n % 9_000),
                        "Oslo,Norge,@user_" + n,
                        "\"" + (invalidity == 3 ? LONG_NOTE : NOTE) + "\"\n");
    }
}
