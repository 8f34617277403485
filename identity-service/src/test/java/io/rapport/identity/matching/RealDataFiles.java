package io.rapport.identity.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Reads real data sets in place. A test whose data set is absent is skipped with a reason. */
public final class RealDataFiles {

    private RealDataFiles() {}

    /** Returns the rows of a CSV file by column. */
    public static List<Map<String, String>> rows(String file) {
        String folder = System.getenv().getOrDefault("RAPPORT_REAL_DATA", "");
        Path path = (folder.isEmpty() ? shared() : Path.of(folder))
                .resolve("identity")
                .resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "Real data not found: " + path + " (set RAPPORT_REAL_DATA)");
        try {
            return parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shared() {
        Path fromModule = Path.of("../../shared/data");
        return Files.exists(fromModule) ? fromModule : Path.of("../shared/data");
    }

    private static List<Map<String, String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text.replace("\r", "").toCharArray()) {
            if (c == '"') {
                if (!quoted && cell.length() > 0) {
                    cell.append(c);
                }
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(lines.get(0).get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the keyed hash that ingest would send instead of an address. */
    public static String hash(String value) {
        if (value.isBlank()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("key" + value.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
