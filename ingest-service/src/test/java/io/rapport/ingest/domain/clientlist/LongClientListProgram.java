package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Imports a generated list of 100 MB with half of its rows invalid, into a sink and a repository that discard everything. */
public final class LongClientListProgram {

    /** The number of rows, of about 500 bytes each. */
    public static final int ROWS = 200_000;

    private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

    private LongClientListProgram() {}

    /** Prints the counts. */
    public static void main(String[] arguments) throws IOException {
        try (var file = TableFile.open(new GeneratedList(), null, new TableFormat(false, ROWS, name -> true, null))) {
            var sample = file.sample(ClientListColumns.SAMPLE_SIZE);
            var columns = ClientListColumns.detect(file.header(), sample, Map.of(), Map.of());
            var intake = new ClientListIntake(
                    SampleRows.REQUEST,
                    columns,
                    SampleRows.HASHES,
                    new DiscardingSink(),
                    new EmptyClientDigestRepository());
            file.forEachRemaining(intake::process);
            System.out.println(intake.complete(false, () -> {}).counts());
        }
    }

    private static final class GeneratedList extends InputStream {

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

    private static final class DiscardingSink implements EngagementSink {
        @Override
        public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> publishRejection(EngagementRejected row) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> publishClient(ClientListed client) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
            return DONE;
        }
    }

    private static final class EmptyClientDigestRepository implements ClientDigestRepository {
        @Override
        public Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients) {
            return Map.of();
        }

        @Override
        public void saveAll(BrandKey brand, Collection<ClientDigest> entries) {}

        @Override
        public List<String> findNotSeenBy(BrandKey brand, UUID seen, @Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public void removeAll(BrandKey brand, Collection<String> clients) {}
    }
}
