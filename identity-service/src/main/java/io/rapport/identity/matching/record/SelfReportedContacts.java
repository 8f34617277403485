package io.rapport.identity.matching.record;

import java.util.Set;

/** Channels on which senders type their own e-mail address and telephone number, which nothing verifies: forms and chats. */
public final class SelfReportedContacts {

    private static final Set<String> CHANNELS = Set.of(
            "chat",
            "livechat",
            "chatbot",
            "web",
            "webform",
            "form",
            "forms",
            "contact-form",
            "blog",
            "guestbook",
            "survey");

    private SelfReportedContacts() {}

    /** Whether the contacts of a handle on this channel are unverified: they are never evidence that joins people. */
    public static boolean isUnverified(String channel) {
        return CHANNELS.contains(channel);
    }
}
