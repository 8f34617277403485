package io.rapport.contracts.account;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The channel names of Rapport and their aliases, such as {@code Twitter} for {@code x}. */
public final class ChannelNames {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<String, String> ALIASES = new HashMap<>();

    static {
        alias("x", "x twitter xtwitter twitterx xformerlytwitter xcom twittercom");
        alias("facebook", "facebook fb facebookpage facebookpages facebookcom fbcom meta");
        alias("instagram", "instagram insta ig instagrambusiness instagramcom");
        alias("linkedin", "linkedin linkedinpage linkedincompany linkedincom");
        alias("youtube", "youtube yt youtubechannel youtubecom");
        alias("bluesky", "bluesky bsky bskyapp bskysocial");
        alias("mastodon", "mastodon masto fediverse");
        alias("tiktok", "tiktok tiktokbusiness tiktokcom");
        alias("reddit", "reddit subreddit redditcom");
        alias("threads", "threads threadsnet threadscom");
        alias("pinterest", "pinterest pinterestcom");
        alias("whatsapp", "whatsapp whatsappbusiness");
        alias("telegram", "telegram telegramme tme");
        alias("snapchat", "snapchat snap");
        alias("email", "email mail epost emails");
        alias("phone", "phone telephone tel telefon phonecall");
        alias("chat", "chat livechat webchat");
        alias("web", "web website homepage nettsted");
    }

    private ChannelNames() {}

    /**
     * Returns the name of a channel as keys and events have it: an alias becomes the name it stands for, any other name is
     * lower case with {@code -} for spaces. The result is a {@link io.rapport.contracts.NameRules#TOKEN token} unless the
     * name has characters that no token has.
     */
    public static String canonical(String written) {
        var plain = AccountNames.fold(written);
        // Most names are written as they are known.
        var exact = ALIASES.get(plain);
        if (exact != null) {
            return exact;
        }
        var known = ALIASES.get(BETWEEN_WORDS.matcher(plain).replaceAll(""));
        return known == null ? SPACES.matcher(plain).replaceAll("-") : known;
    }

    private static void alias(String channel, String words) {
        for (var word : words.split(" ")) {
            ALIASES.put(word, channel);
        }
    }
}
