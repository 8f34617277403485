package io.rapport.contracts.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the cells in which staff lists, client lists and engagements name an account: an id, a name with or without
 * {@code @}, or the address of the profile page or of a page below it.
 */
public final class AccountCellResolver {

    private static final Pattern WRAPPED = Pattern.compile("[<(\"'`]+(.*?)[>)\"'`]+");
    private static final Pattern REDDIT_USER = Pattern.compile("/?(?:u|user)/([^/\\s]+)/?", Pattern.CASE_INSENSITIVE);

    private AccountCellResolver() {}

    /**
     * Resolves a cell.
     *
     * @param channel the channel that the cell is read for, in any spelling
     */
    public static AccountReference resolve(String cell, String channel) {
        var canonical = ChannelNames.canonical(channel);
        var written = unwrapped(AccountNames.visible(cell));
        if (canonical.equals("blog")) {
            return new AccountReference(canonical, bareName(written), null);
        }
        var address = PageAddress.parse(written).orElse(null);
        if (address != null) {
            var platform = ProfilePages.channelOf(address, canonical);
            return new AccountReference(
                    platform, ProfilePages.account(address, platform).orElse(null), address.link());
        }
        var user = REDDIT_USER.matcher(written);
        var isRedditUser = canonical.equals("reddit") && user.matches();
        return new AccountReference(canonical, bareName(isRedditUser ? user.group(1) : written), null);
    }

    /** Whether a channel is a platform whose profile pages are known. */
    public static boolean hasProfilePages(String channel) {
        return ProfilePages.isKnown(channel);
    }

    private static String unwrapped(String written) {
        var wrapped = WRAPPED.matcher(written);
        return wrapped.matches() ? wrapped.group(1).strip() : written;
    }

    private static @Nullable String bareName(String written) {
        var bare = AccountNames.clean(written);
        return bare.isEmpty() ? null : bare;
    }
}
