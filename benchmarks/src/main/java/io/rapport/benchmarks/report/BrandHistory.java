package io.rapport.benchmarks.report;

import io.rapport.benchmarks.GeneratedPopulation;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.engagement.StaffMember;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The generated history of one brand over a year up to a day, the same in every run: a few people with very many engagements, most with
 * a few dozen. Every hundredth person is a client, and every fourth has a second account.
 */
final class BrandHistory {

    static final BrandKey BRAND = new BrandKey("bench", "large");
    static final int DAYS = 365;

    private static final int SEED = 7;
    private static final int CLIENT_EVERY = 100;
    private static final int SECOND_ACCOUNT_EVERY = 4;
    private static final int STAFF = 8;
    private static final int DAY_MILLIS = 86_400_000;
    private static final double OUTBOUND = 0.2;
    private static final List<EngagementKind> INBOUND_KINDS = List.of(
            EngagementKind.REACTION,
            EngagementKind.REACTION,
            EngagementKind.REACTION,
            EngagementKind.REACTION,
            EngagementKind.VISIT,
            EngagementKind.COMMENT,
            EngagementKind.COMMENT,
            EngagementKind.REPLY,
            EngagementKind.SHARE,
            EngagementKind.MENTION,
            EngagementKind.MESSAGE,
            EngagementKind.PURCHASE);
    private static final List<EngagementKind> OUTBOUND_KINDS = List.of(
            EngagementKind.REPLY,
            EngagementKind.REPLY,
            EngagementKind.REACTION,
            EngagementKind.THANKS,
            EngagementKind.MESSAGE);
    private static final List<String> TEXTS = List.of(
            "Thanks for the quick help with order %d, much appreciated",
            "Where is my order %d? It should have been here last week",
            "Order %d arrived broken, and that is the second time. Very disappointed",
            "The new colour of number %d is lovely",
            "I told my sister about number %d and she ordered two",
            "Does number %d fit the old model as well?");

    private final GeneratedPopulation population = new GeneratedPopulation(SEED, true);
    private final int people;
    private final double scale;
    private final LocalDate last;

    /**
     * A history.
     *
     * @param engagements about how many there are, except those of the brand itself
     * @param last day
     */
    BrandHistory(int people, long engagements, LocalDate last) {
        this.people = people;
        this.last = last;
        // The sum of 1/√n up to N is about 2√N.
        this.scale = engagements / (2 * Math.sqrt(people));
    }

    /** The number of engagements of a person. */
    int engagements(int person) {
        return Math.max(1, (int) Math.round(scale / Math.sqrt(person + 0.5)));
    }

    long engagements() {
        var sum = 0L;
        for (var person = 0; person < people; person++) {
            sum += engagements(person);
        }
        return sum;
    }

    String name(int person) {
        return population.name(person);
    }

    UUID id(int person) {
        return DeterministicIds.provisionalPerson(handle(person, false));
    }

    boolean hasSecondAccount(int person) {
        return person % SECOND_ACCOUNT_EVERY == 0;
    }

    boolean isClient(int person) {
        return person % CLIENT_EVERY == 0;
    }

    HandleKey handle(int person, boolean second) {
        return new HandleKey(BRAND, second ? "instagram" : "x", "account-" + person);
    }

    HandleAssigned assignment(int person, boolean second) {
        var handle = handle(person, second);
        var at = at(DAYS);
        return HandleAssignedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .channel(handle.channel())
                .handle(handle.handle())
                .person(id(person))
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of())
                .profile(HandleProfileBuilder.builder()
                        .name(handle.handle())
                        .displayName(name(person))
                        .build())
                .version(1)
                .since(at)
                .at(at)
                .build();
    }

    PersonDescribed description(int person) {
        var at = at(DAYS);
        return PersonDescribedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .person(id(person))
                .name(name(person))
                .client(isClient(person))
                .clientId(isClient(person) ? "client-" + person : null)
                .since(at)
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(1)
                .at(at)
                .build();
    }

    /** The engagements of a person are in a part of the year of their own. */
    EngagementReceived engagement(int person, int number) {
        var random = new Random(person * 1_000_003L + number);
        var span = new Random(person);
        var earliest = 1 + span.nextInt(DAYS - 1);
        var latest = (int) (earliest * span.nextDouble());
        // None on the last day, which is not over.
        var day = last.minusDays(Math.max(1, latest + random.nextInt(earliest - latest + 1)));
        var isOutbound = random.nextDouble() < OUTBOUND;
        var kinds = isOutbound ? OUTBOUND_KINDS : INBOUND_KINDS;
        var kind = kinds.get(random.nextInt(kinds.size()));
        var isSecond = hasSecondAccount(person) && number % 2 == 1;
        return builder(person + "-" + number, handle(person, isSecond), day, random)
                .direction(isOutbound ? Direction.OUTBOUND : Direction.INBOUND)
                .kind(kind)
                .staff(isOutbound ? new StaffMember("staff-" + random.nextInt(STAFF), null) : null)
                .object(object(person, number, kind, random))
                .content(hasText(kind) ? EngagementContent.of(text(random)) : null)
                .value(
                        kind == EngagementKind.PURCHASE
                                ? new EngagementValue(
                                        BigDecimal.valueOf(10 + random.nextInt(90)), "EUR", null, null, null, null)
                                : null)
                .build();
    }

    /** A post of the brand. */
    EngagementReceived post(int number) {
        var random = new Random(-1 - number);
        return builder("post-" + number, new HandleKey(BRAND, "x", "brand"), last.minusDays(1 + number % DAYS), random)
                .direction(Direction.OUTBOUND)
                .kind(EngagementKind.POST)
                .object(new MessageRef("post-" + number, null, null, null, null, null))
                .content(EngagementContent.of("Number " + number + " is here. What do you think of it?"))
                .build();
    }

    /** Replies and comments answer a message of a person before, or a post; shares share one. */
    private static @Nullable MessageRef object(int person, int number, EngagementKind kind, Random random) {
        var own = person + "-" + number;
        var other = person == 0 || random.nextInt(3) == 0
                ? "post-" + random.nextInt(DAYS)
                : random.nextInt(person) + "-" + random.nextInt(20);
        return switch (kind) {
            case REPLY, COMMENT -> new MessageRef(own, other, null, null, null, ParentSource.OBSERVED);
            case SHARE -> new MessageRef(own, null, other, null, null, ParentSource.OBSERVED);
            case MENTION, MESSAGE -> new MessageRef(own, null, null, null, null, null);
            default -> null;
        };
    }

    private static boolean hasText(EngagementKind kind) {
        return switch (kind) {
            case REPLY, COMMENT, MENTION, MESSAGE, THANKS -> true;
            default -> false;
        };
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())).formatted(random.nextInt(100_000));
    }

    private EngagementReceivedBuilder builder(String sourceId, HandleKey handle, LocalDate day, Random random) {
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(BRAND, "bench", sourceId))
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .channel(handle.channel())
                .source("bench")
                .sourceId(sourceId)
                .occurredAt(day.atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(random.nextInt(DAY_MILLIS)))
                .receivedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .actor(ActorBuilder.builder()
                        .id(handle.handle())
                        .name(handle.handle())
                        .followers((long) random.nextInt(2_000))
                        .build())
                .day(day);
    }

    private Instant at(int daysBefore) {
        return last.minusDays(daysBefore).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
