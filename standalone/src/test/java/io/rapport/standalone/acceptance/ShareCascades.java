package io.rapport.standalone.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 30 cascades of shares of a platform, with the path of users and the seconds after the first message. */
final class ShareCascades {

    private static final int PUBLISHED_AT = 2;
    private static final int PATHS = 4;

    private ShareCascades() {}

    /** A share, or the first message, of a user on an epoch day. */
    record UserShare(String user, int day) {}

    /** The file, if it exists. */
    static Optional<Path> file() {
        var given = Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).map(Path::of);
        return Stream.concat(given.stream(), Stream.of(Path.of("../shared/data"), Path.of("../../shared/data")))
                .map(folder -> folder.resolve("streams/weibo_casflow_sample/dataset/sample/dataset.txt"))
                .filter(Files::isReadable)
                .findFirst();
    }

    static List<UserShare> read(Path file) throws IOException {
        var shares = new ArrayList<UserShare>();
        for (var line : Files.readAllLines(file)) {
            var fields = line.split("\t");
            var start = Long.parseLong(fields[PUBLISHED_AT]);
            for (var path : fields[PATHS].split(" ")) {
                var end = path.lastIndexOf(':');
                var user = path.substring(path.lastIndexOf('/') + 1, end);
                var at = Instant.ofEpochSecond(start + Long.parseLong(path.substring(end + 1)));
                shares.add(new UserShare(
                        user, (int) at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay()));
            }
        }
        return shares;
    }
}
