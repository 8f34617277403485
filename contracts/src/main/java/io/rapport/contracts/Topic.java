package io.rapport.contracts;

import java.util.List;

/**
 * A topic that services or subscribers share. Topics are created, documented and secured from
 * {@link #ALL}. The partition count of a topic never changes; a new version of the topic replaces it instead.
 *
 * @param name the full name, version last
 * @param keyedBy the parts of the key; topics with the same parts are co-partitioned
 * @param cleanup the retention policy
 * @param type the {@code ce_type} of its events
 */
public record Topic(String name, KeyedBy keyedBy, Cleanup cleanup, String type) {

    public static final Topic ENGAGEMENT_RECEIVED = delete("engagement.received", KeyedBy.HANDLE);
    public static final Topic ENGAGEMENT_REJECTED = delete("engagement.rejected", KeyedBy.SOURCE);
    public static final Topic BRAND_REGISTERED = compact("brand.registered", KeyedBy.BRAND);
    public static final Topic BRAND_DAY = compact("brand.day", KeyedBy.BRAND);
    public static final Topic BRAND_DAY_SET = compact("brand.day.set", KeyedBy.BRAND);
    public static final Topic CLIENT_LISTED = compact("client.listed", KeyedBy.CLIENT);
    public static final Topic CLIENT_COLUMNS = compact("client.columns", KeyedBy.BRAND);
    public static final Topic ENGAGEMENT_COLUMNS = compact("engagement.columns", KeyedBy.SOURCE);
    public static final Topic CONNECTION_CONFIGURED = compact("connection.configured", KeyedBy.CONNECTION);
    public static final Topic CONNECTION_PROGRESSED = compact("connection.progressed", KeyedBy.CONNECTION);
    public static final Topic DELIVERY_REJECTED =
            topic("delivery.rejected", "", KeyedBy.DELIVERY, Cleanup.DELETE_AFTER_30_DAYS);
    public static final Topic TOKEN_ISSUED = compact("token.issued", KeyedBy.TOKEN);
    public static final Topic LINK_ISSUED = compact("link.issued", KeyedBy.LINK);
    public static final Topic TOKEN_USED = compact("token.used", KeyedBy.TOKEN);
    public static final Topic USER_REGISTERED = compact("user.registered", KeyedBy.USER);
    public static final Topic SESSION_OPENED =
            topic("session.opened", "", KeyedBy.SESSION, Cleanup.DELETE_AFTER_30_DAYS);
    public static final Topic SENTIMENT_JUDGED = delete("sentiment.judged", KeyedBy.HANDLE);
    public static final Topic SENTIMENT_CORRECTED = delete("sentiment.corrected", KeyedBy.HANDLE);
    public static final Topic SENTIMENT_REMEMBERED = compact("sentiment.remembered", KeyedBy.WORDS);
    public static final Topic CONVERSATION_DISMISSED = delete("conversation.dismissed", KeyedBy.HANDLE);
    public static final Topic IDENTITY_ASSIGNED = compact("identity.assigned", KeyedBy.HANDLE);
    public static final Topic IDENTITY_PERSON = compact("identity.person", KeyedBy.PERSON);
    public static final Topic IDENTITY_POLICY = compact("identity.policy", KeyedBy.BRAND);
    public static final Topic PERSON_ERASED = compact("person.erased", KeyedBy.ERASURE);
    public static final Topic ERASURE_DONE = topic("erasure.done", "", KeyedBy.SUBJECT, Cleanup.DELETE_AFTER_30_DAYS);
    public static final Topic RELATIONSHIP_CHANGES = changes("score.relationship", KeyedBy.PERSON);
    public static final Topic RELATIONSHIP_CURRENT = current("score.relationship", KeyedBy.PERSON);
    public static final Topic BRAND_CHANGES = changes("score.brand", KeyedBy.BRAND);
    public static final Topic BRAND_CURRENT = current("score.brand", KeyedBy.BRAND);
    public static final Topic SPREAD_CHANGES = changes("sentiment.spread", KeyedBy.BRAND);
    public static final Topic SPREAD_CURRENT = current("sentiment.spread", KeyedBy.BRAND);
    public static final Topic CONTENT_CURRENT = current("content.resonance", KeyedBy.CHANNEL);
    public static final Topic TIE_CURRENT = current("relationship.tie", KeyedBy.TIE);
    public static final Topic MODEL_PUBLISHED = compact("model.published", KeyedBy.MODEL);
    public static final Topic MODEL_ACTIVATED = compact("model.activated", KeyedBy.BRAND);
    public static final Topic MODEL_RESCORED = compact("model.rescored", KeyedBy.BRAND);
    public static final Topic PREVIEW_REQUESTED = compact("model.preview.requested", KeyedBy.BRAND);
    public static final Topic PREVIEW_COMPUTED = compact("model.preview.computed", KeyedBy.BRAND);

    public static final Topic BRAND_GOALS = compact("brand.goals", KeyedBy.BRAND);
    public static final Topic AGENCY_BRANDING = compact("agency.branding", KeyedBy.AGENCY);
    public static final Topic PERSON_STORIES = compact("person.stories", KeyedBy.PERSON);
    public static final Topic PERSON_REMINDERS = compact("person.reminders", KeyedBy.PERSON);
    public static final Topic PERSON_SUGGESTIONS = compact("person.suggestions", KeyedBy.PERSON);
    public static final Topic WEBHOOK_CONFIGURED = compact("webhook.configured", KeyedBy.WEBHOOK);
    public static final Topic SUBSCRIPTION_SAVED = compact("subscription.saved", KeyedBy.SUBSCRIPTION);
    public static final Topic MONTH_COMPLETED = compact("month.completed", KeyedBy.BRAND);

    /** Every topic, in the order of the documentation. */
    public static final List<Topic> ALL = List.of(
            ENGAGEMENT_RECEIVED,
            ENGAGEMENT_REJECTED,
            BRAND_REGISTERED,
            BRAND_DAY,
            BRAND_DAY_SET,
            CLIENT_LISTED,
            CLIENT_COLUMNS,
            ENGAGEMENT_COLUMNS,
            CONNECTION_CONFIGURED,
            CONNECTION_PROGRESSED,
            DELIVERY_REJECTED,
            TOKEN_ISSUED,
            LINK_ISSUED,
            TOKEN_USED,
            USER_REGISTERED,
            SESSION_OPENED,
            SENTIMENT_JUDGED,
            SENTIMENT_CORRECTED,
            SENTIMENT_REMEMBERED,
            CONVERSATION_DISMISSED,
            IDENTITY_ASSIGNED,
            IDENTITY_PERSON,
            IDENTITY_POLICY,
            PERSON_ERASED,
            ERASURE_DONE,
            RELATIONSHIP_CHANGES,
            RELATIONSHIP_CURRENT,
            BRAND_CHANGES,
            BRAND_CURRENT,
            SPREAD_CHANGES,
            SPREAD_CURRENT,
            CONTENT_CURRENT,
            TIE_CURRENT,
            MODEL_PUBLISHED,
            MODEL_ACTIVATED,
            MODEL_RESCORED,
            PREVIEW_REQUESTED,
            PREVIEW_COMPUTED,
            BRAND_GOALS,
            AGENCY_BRANDING,
            PERSON_STORIES,
            PERSON_REMINDERS,
            PERSON_SUGGESTIONS,
            WEBHOOK_CONFIGURED,
            SUBSCRIPTION_SAVED,
            MONTH_COMPLETED);

    /** The parts of a key, joined by {@link TopicKeys}. */
    public enum KeyedBy {
        /** agency, brand, channel, handle */
        HANDLE(4),
        /** agency, brand, person */
        PERSON(3),
        /** agency, brand, person, person */
        TIE(4),
        /** agency, brand */
        BRAND(2),
        /** agency, brand, source */
        SOURCE(3),
        /** agency, brand, client */
        CLIENT(3),
        /** agency, brand, channel */
        CHANNEL(3),
        /** agency, brand, version */
        MODEL(3),
        /** agency, brand, erasure */
        ERASURE(3),
        /** agency, brand, subject, service */
        SUBJECT(4),
        /** agency, brand, hash of the text, time in epoch milliseconds */
        WORDS(4),
        /** agency, connection */
        CONNECTION(2),
        /** agency, connection, rejection */
        DELIVERY(3),
        /** agency, webhook */
        WEBHOOK(2),
        /** agency, token */
        TOKEN(2),
        /** agency, user */
        USER(2),
        /** agency, brand, link */
        LINK(3),
        /** agency, brand, subscription */
        SUBSCRIPTION(3),
        /** hash of the session */
        SESSION(1),
        /** agency */
        AGENCY(1);

        private final int parts;

        KeyedBy(int parts) {
            this.parts = parts;
        }

        /** The number of parts of such a key. */
        public int parts() {
            return parts;
        }
    }

    /** The retention policy of a topic. */
    public enum Cleanup {
        /** Keeps everything unless a retention is configured: all other state is rebuilt from these records. */
        DELETE,
        /** Deletes records after 30 days. */
        DELETE_AFTER_30_DAYS,
        /** Compacts the topic: keeps the newest record of each key. */
        COMPACT
    }

    private static Topic delete(String subject, KeyedBy keyedBy) {
        return topic(subject, "", keyedBy, Cleanup.DELETE);
    }

    private static Topic compact(String subject, KeyedBy keyedBy) {
        return topic(subject, "", keyedBy, Cleanup.COMPACT);
    }

    private static Topic changes(String subject, KeyedBy keyedBy) {
        return topic(subject, ".changes", keyedBy, Cleanup.DELETE_AFTER_30_DAYS);
    }

    private static Topic current(String subject, KeyedBy keyedBy) {
        return topic(subject, ".current", keyedBy, Cleanup.COMPACT);
    }

    private static Topic topic(String subject, String form, KeyedBy keyedBy, Cleanup cleanup) {
        return new Topic("rapport." + subject + form + ".v1", keyedBy, cleanup, "io.rapport." + subject + ".v1");
    }
}
