package io.rapport.contracts.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the account in the address of a profile page, or of a page below one, by the rules of its platform. */
final class ProfilePages {

    /** First segments that are pages of the platform and no accounts. */
    private static final Set<String> RESERVED = Set.of(
            ("about accounts business clips compose directory discover embed events explore feed feeds following foryou gaming"
                            + " hashtag help home i ideas intent invite joinchat jobs learning live login maps messages messaging"
                            + " music notifications p pin playlist policies post posts premium privacy pulse redirect reel reels"
                            + " results search settings share shorts signup spotlight stories story t tag terms topics tos trending"
                            + " tv upload video videos watch c s r")
                    .split(" "));

    private static final Map<String, List<String>> DOMAINS = Map.ofEntries(
            Map.entry("x", List.of("x.com", "twitter.com")),
            Map.entry("facebook", List.of("facebook.com", "fb.com", "fb.me", "m.me", "messenger.com")),
            Map.entry("instagram", List.of("instagram.com", "instagr.am", "ig.me")),
            Map.entry("youtube", List.of("youtube.com", "youtu.be")),
            Map.entry("linkedin", List.of("linkedin.com", "lnkd.in")),
            Map.entry("tiktok", List.of("tiktok.com")),
            Map.entry("reddit", List.of("reddit.com", "redd.it")),
            Map.entry("bluesky", List.of("bsky.app", "bsky.social")),
            Map.entry("threads", List.of("threads.net", "threads.com")),
            Map.entry("telegram", List.of("t.me", "telegram.me")),
            Map.entry("whatsapp", List.of("wa.me", "whatsapp.com")),
            Map.entry("snapchat", List.of("snapchat.com")),
            Map.entry("twitch", List.of("twitch.tv")),
            Map.entry("github", List.of("github.com")));

    private static final Map<String, Function<PageAddress, Optional<String>>> RULES = Map.ofEntries(
            Map.entry("x", ProfilePages::x),
            Map.entry("facebook", FacebookPages::account),
            Map.entry("instagram", ProfilePages::instagram),
            Map.entry("youtube", ProfilePages::youtube),
            Map.entry("linkedin", ProfilePages::linkedin),
            Map.entry("tiktok", ProfilePages::tiktok),
            Map.entry("reddit", ProfilePages::reddit),
            Map.entry("bluesky", ProfilePages::bluesky),
            Map.entry("mastodon", ProfilePages::mastodon),
            Map.entry("threads", address -> first(address, RESERVED)),
            Map.entry("telegram", ProfilePages::telegram),
            Map.entry("whatsapp", ProfilePages::whatsapp),
            Map.entry("snapchat", address -> after(address, Set.of("add")).or(() -> first(address, RESERVED))),
            Map.entry("twitch", address -> first(address, RESERVED)),
            Map.entry("pinterest", address -> first(address, RESERVED)),
            Map.entry("github", address -> first(address, RESERVED)));

    private static final Pattern PINTEREST = Pattern.compile("(?:[a-z]{2,3}\\.)?pinterest(?:\\.[a-z]{2,3}){1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern HTML = Pattern.compile("\\.html?$");

    private ProfilePages() {}

    static boolean isKnown(String channel) {
        return RULES.containsKey(channel);
    }

    /** The channel of the platform at a host, else the given channel. */
    static String channelOf(PageAddress address, String otherwise) {
        if (PINTEREST.matcher(address.host()).matches()) {
            return "pinterest";
        }
        return DOMAINS.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(address::isAt))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    /** The account on a platform; empty when the address contains none. */
    static Optional<String> account(PageAddress address, String channel) {
        var isForeign = DOMAINS.containsKey(channel) && !channelOf(address, "").equals(channel);
        return isForeign
                ? Optional.empty()
                : RULES.getOrDefault(channel, ProfilePages::other)
                        .apply(address)
                        .map(AccountNames::clean)
                        .filter(account -> !account.isEmpty());
    }

    /** The first segment, unless it is reserved by the platform. */
    static Optional<String> first(PageAddress address, Set<String> reserved) {
        return address.segment(0).filter(segment -> !reserved.contains(AccountNames.visible(segment)));
    }

    /** The segment after the first of some words. */
    static Optional<String> after(PageAddress address, Set<String> words) {
        var path = address.path();
        for (var i = 0; i + 1 < path.size(); i++) {
            if (words.contains(path.get(i))) {
                return Optional.of(path.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> x(PageAddress address) {
        var isUserId = address.segment(0).filter("i"::equals).isPresent()
                && address.segment(1).filter("user"::equals).isPresent();
        return isUserId
                ? address.segment(2)
                : address.parameter("screen_name")
                        .or(() -> address.parameter("user_id"))
                        .or(() -> first(address, RESERVED));
    }

    private static Optional<String> instagram(PageAddress address) {
        return after(address, Set.of("stories", "_u"))
                .filter(name -> !name.equals("highlights"))
                .or(() -> address.isAt("ig.me") ? after(address, Set.of("m")) : first(address, RESERVED));
    }

    private static Optional<String> youtube(PageAddress address) {
        return address.isAt("youtu.be")
                ? Optional.empty()
                : address.segment(0)
                        .filter(segment -> Set.of("channel", "c", "user").contains(segment))
                        .map(segment -> address.segment(1))
                        .orElseGet(() -> first(address, RESERVED));
    }

    /** The author in the address of a post, {@code /posts/name_title-activity-1}, ends at the underscore. */
    private static Optional<String> linkedin(PageAddress address) {
        return after(address, Set.of("in", "company", "school", "showcase", "pub"))
                .or(() -> after(address, Set.of("posts"))
                        .filter(post -> post.contains("_"))
                        .map(post -> post.substring(0, post.indexOf('_'))))
                .or(() -> address.segment(0).filter("profile"::equals).flatMap(profile -> address.parameter("id")));
    }

    private static Optional<String> tiktok(PageAddress address) {
        return address.path().stream()
                .filter(segment -> segment.startsWith("@"))
                .findFirst()
                .or(() -> after(address, Set.of("user", "usr"))
                        .map(id -> HTML.matcher(id).replaceFirst("")))
                .or(() -> isShortLink(address) ? Optional.empty() : first(address, RESERVED));
    }

    private static boolean isShortLink(PageAddress address) {
        return address.isAt("vm.tiktok.com") || address.isAt("vt.tiktok.com");
    }

    /** {@code /r/u_name} is the profile of a user, every other {@code /r/} a community. */
    private static Optional<String> reddit(PageAddress address) {
        return after(address, Set.of("u", "user"))
                .or(() -> after(address, Set.of("r"))
                        .filter(community -> community.startsWith("u_"))
                        .map(community -> community.substring(2)));
    }

    private static Optional<String> bluesky(PageAddress address) {
        return address.isAt("bsky.social") ? Optional.of(address.host()) : after(address, Set.of("profile"));
    }

    private static Optional<String> mastodon(PageAddress address) {
        return address.path().stream()
                .filter(segment -> segment.startsWith("@"))
                .findFirst()
                .or(() -> after(address, Set.of("users")))
                .or(() -> address.path().size() == 1 ? first(address, RESERVED) : Optional.empty())
                .map(AccountNames::clean)
                .map(name -> name.contains("@") ? name : name + "@" + address.host());
    }

    private static Optional<String> telegram(PageAddress address) {
        return address.segment(0).filter("s"::equals).isPresent()
                ? address.segment(1)
                : first(address, RESERVED).filter(name -> !name.startsWith("+"));
    }

    private static Optional<String> whatsapp(PageAddress address) {
        return address.parameter("phone")
                .or(() -> address.segment(0))
                .map(number -> number.startsWith("+") ? number.substring(1) : number)
                .filter(number -> DIGITS.matcher(number).matches());
    }

    private static Optional<String> other(PageAddress address) {
        return address.parameter("id")
                .filter(id -> DIGITS.matcher(id).matches())
                .or(() -> address.path().isEmpty()
                        ? Optional.empty()
                        : address.segment(address.path().size() - 1));
    }
}
