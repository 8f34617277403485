package io.rapport.ingest.domain.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account in a list: a name with or without {@code @}, or the URL of the profile page.
 *
 * @param handle the account's id or name; null when the URL does not contain it
 * @param link the URL; null when the cell holds a name
 */
public record AccountReference(
        @Nullable String handle, @Nullable String link) {

    private static final Pattern PAGE =
            Pattern.compile("(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}/\\S*|https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("(?:^|&)id=(\\d+)");

    public static AccountReference parse(String text, String channel) {
        var written = text.strip();
        if (channel.equals("blog") || !PAGE.matcher(written).matches()) {
            return new AccountReference(withoutAt(written), null);
        }
        var link = written.contains("://") ? written : "https://" + written;
        return new AccountReference(handle(link, channel), link);
    }

    private static @Nullable String handle(String link, String channel) {
        try {
            var page = URI.create(link);
            var name = lastSegment(page).map(AccountReference::withoutAt).orElse(null);
            var id = page.getQuery() == null ? null : ID.matcher(page.getQuery());
            if (id != null && id.find()) {
                return id.group(1);
            }
            return name != null && channel.equals("mastodon") && !name.contains("@")
                    ? name + "@" + page.getHost()
                    : name;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> lastSegment(URI page) {
        return Optional.ofNullable(page.getPath()).stream()
                .flatMap(path -> Arrays.stream(path.split("/")))
                .filter(segment -> !segment.isBlank())
                .reduce((first, last) -> last);
    }

    private static @Nullable String withoutAt(String name) {
        var bare = name.startsWith("@") ? name.substring(1).strip() : name;
        return bare.isEmpty() ? null : bare;
    }
}
