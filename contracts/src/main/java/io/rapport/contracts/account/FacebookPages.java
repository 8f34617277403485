package io.rapport.contracts.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The account in addresses of Facebook, which has more forms of them than other platforms. */
final class FacebookPages {

    private static final Set<String> RESERVED = Set.of(
            ("ads business dialog events gaming groups hashtag help login marketplace media notes photo photos policies reel reels"
                            + " search settings share sharer stories watch l.php photo.php sharer.php story.php permalink.php"
                            + " profile.php home.php video.php public people pages pg p t messages messenger")
                    .split(" "));

    /** The id at the end of {@code Name-100012345678901}. */
    private static final Pattern ENDING_IN_ID = Pattern.compile(".*-(\\d{9,})");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private FacebookPages() {}

    static Optional<String> account(PageAddress address) {
        return address.parameter("id")
                .filter(id -> DIGITS.matcher(id).matches())
                .or(() -> address.segment(0).flatMap(first -> ofPath(address, first)));
    }

    private static Optional<String> ofPath(PageAddress address, String first) {
        return switch (first) {
            case "people", "pages" -> last(address);
            case "p" -> address.segment(1).map(FacebookPages::idOrName);
            case "pg", "t", "stories" -> address.segment(1);
            case "messages" -> ProfilePages.after(address, Set.of("t"));
            case "groups" -> ProfilePages.after(address, Set.of("user"));
            default -> ProfilePages.first(address, RESERVED);
        };
    }

    /** {@code /people/Name/1}, {@code /pages/Name/1} and {@code /pages/category/Kind/Name-1}. */
    private static Optional<String> last(PageAddress address) {
        return address.path().stream()
                .filter(segment -> DIGITS.matcher(segment).matches())
                .findFirst()
                .or(() -> address.segment(address.path().size() - 1).map(FacebookPages::idOrName));
    }

    private static String idOrName(String segment) {
        var id = ENDING_IN_ID.matcher(segment);
        return id.matches() ? id.group(1) : segment;
    }
}
