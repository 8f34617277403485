package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.source.csv.CsvFile;
import io.rapport.ingest.source.csv.CsvForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes a generated list of 100 MB in, half of it broken, with a store and an outlet that keep nothing. */
public final class LongList {

    /** How many rows it has, each of some 500 bytes. */
    public static final int ROWS = 200_000;

    private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

    private LongList() {}

    /** Prints what became of it. */
    public static void main(String[] arguments) throws IOException {
        try (var file = CsvFile.open(new Generated(), null, new CsvForm(false, ROWS))) {
            var sample = new ArrayList<Row>();
            while (sample.size() < ClientColumns.LOOKED_AT) {
                sample.add(file.next());
            }
            var columns = ClientColumns.of(file.header(), sample, new ClientColumns.Said(Map.of(), Map.of()));
            var desk = new ClientIntake.ClientDesk(Samples.HASHES, new Nowhere(), new Forgetful());
            var intake = new ClientIntake(Samples.ARRIVAL, columns, desk);
            sample.forEach(intake::take);
            file.forEachRemaining(intake::take);
            System.out.println(intake.receipt(false, () -> {}).counts());
        }
    }

    private static final class Generated extends InputStream {

        private byte[] line = "id,name,email,note\n".getBytes(StandardCharsets.UTF_8);
        private int at;
        private int row;

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == line.length) {
                if (row == ROWS) {
                    return -1;
                }
                var email = row % 2 == 0 ? "c" + row + "@example.com" : "nowhere";
                line = ("c" + row + ",Name Number " + row + "," + email + ",\"" + "x y ".repeat(110) + "\"\n")
                        .getBytes(StandardCharsets.UTF_8);
                at = 0;
                row++;
            }
            var some = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, offset, some);
            at += some;
            return some;
        }
    }

    private static final class Nowhere implements Outlet {
        @Override
        public CompletableFuture<?> accept(EngagementReceived engagement) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> reject(EngagementRejected row) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> list(ClientListed client) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> unlist(BrandKey brand, String client, Instant at) {
            return DONE;
        }
    }

    private static final class Forgetful implements ClientStore {
        @Override
        public Map<String, Entry> find(BrandKey brand, Collection<String> clients) {
            return Map.of();
        }

        @Override
        public void put(BrandKey brand, Collection<Entry> entries) {}

        @Override
        public List<String> notSeen(BrandKey brand, UUID seen, @Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public void remove(BrandKey brand, Collection<String> clients) {}
    }
}
