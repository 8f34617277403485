package io.rapport.scoring.topology.handle;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngagementBodyHashTest {

    private static final Set<String> NOT_IN_THE_BODY = Set.of("receivedAt", "day", "revision", "withdrawn");
    private static final EngagementReceived WHOLE = EngagementReceivedBuilder.builder()
            .id(UUID.fromString("9c1a2b1e-6f0c-5d0e-9d5e-2f6a3d0c7a11"))
            .agency("agency")
            .brand("brand")
            .channel("x")
            .source("source")
            .sourceId("s1")
            .occurredAt(Instant.parse("2026-03-02T10:00:00Z"))
            .receivedAt(Instant.parse("2026-03-02T10:00:05Z"))
            .direction(Direction.INBOUND)
            .kind(EngagementKind.COMMENT)
            .actor(ActorBuilder.builder()
                    .id("i")
                    .name("n")
                    .displayName("d")
                    .url("u")
                    .bio("b")
                    .location("l")
                    .followers(5L)
                    .emailHash("e")
                    .bot(false)
                    .phoneHash("p")
                    .relMe(List.of("r"))
                    .webFinger("w")
                    .mailboxHash("m")
                    .build())
            .staff(new StaffMember("si", "sn"))
            .object(new MessageRef("oi", "or", "os", "oc", "ou", ParentSource.OBSERVED))
            .content(new EngagementContent("words", "en", List.of("a", "b"), false, false, 4.5))
            .value(new EngagementValue(new BigDecimal("9.90"), "NOK", 12.5, "shoes", "o1", "someone"))
            .day(LocalDate.parse("2026-03-02"))
            .revision(1L)
            .withdrawn(false)
            .build();

    /** With the fields that were added later; without them the hash is that of earlier versions. */
    private static final EngagementReceived WITH_LATER_FIELDS = EngagementReceivedBuilder.builder(WHOLE)
            .value(new EngagementValue(new BigDecimal("9.90"), "NOK", 12.5, "shoes", "o1", "someone", 7L))
            .mentions(List.of("m"))
            .build();

    @Test
    void dependsOnEveryFieldOfTheSource() throws ReflectiveOperationException {
        var hashes = new HashSet<Long>();
        var changed = 0;
        for (var component : EngagementReceived.class.getRecordComponents()) {
            for (var other : variants(component, WITH_LATER_FIELDS)) {
                var same =
                        EngagementBodyHash.of((EngagementReceived) other) == EngagementBodyHash.of(WITH_LATER_FIELDS);
                assertThat(same)
                        .as(component.getName())
                        .isEqualTo(NOT_IN_THE_BODY.contains(component.getName()) || isOtherProfile(other));
                if (!same) {
                    changed++;
                    hashes.add(EngagementBodyHash.of((EngagementReceived) other));
                }
            }
        }
        assertThat(hashes).hasSize(changed);
    }

    /** Whether only the profile of the actor differs. */
    private static boolean isOtherProfile(Object engagement) {
        var actor = ((EngagementReceived) engagement).actor();
        return !actor.equals(WHOLE.actor()) && actor.id().equals(WHOLE.actor().id());
    }

    @Test
    void isStableAcrossVersions() {
        assertThat(EngagementBodyHash.withProfile(WHOLE)).isEqualTo(4486500365645544921L);
        assertThat(EngagementBodyHash.of(WHOLE)).isEqualTo(-8199059251557693535L);
    }

    /** Returns the record with one component changed, recursively. */
    private static List<Object> variants(RecordComponent of, Object whole) throws ReflectiveOperationException {
        var value = of.getAccessor().invoke(whole);
        if (!of.getType().isRecord()) {
            return List.of(with(whole, of, another(value)));
        }
        var variants = new ArrayList<Object>();
        for (var inner : of.getType().getRecordComponents()) {
            for (var other : variants(inner, value)) {
                variants.add(with(whole, of, other));
            }
        }
        return variants;
    }

    private static Object with(Object whole, RecordComponent replaced, Object by) throws ReflectiveOperationException {
        var components = whole.getClass().getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(replaced.getName())
                    ? by
                    : components[i].getAccessor().invoke(whole);
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = whole.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object another(Object value) {
        if (value instanceof String text) {
            return text + "!";
        } else if (value instanceof UUID id) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
        } else if (value instanceof Instant time) {
            return time.plusMillis(1);
        } else if (value instanceof LocalDate day) {
            return day.plusDays(1);
        } else if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Double number) {
            return number + 1;
        } else if (value instanceof Boolean is) {
            return !is;
        } else if (value instanceof BigDecimal amount) {
            return amount.add(BigDecimal.ONE);
        } else if (value instanceof List<?>) {
            return List.of("a", "b", "c");
        } else if (value instanceof Enum<?> constant) {
            var all = constant.getDeclaringClass().getEnumConstants();
            return all[(constant.ordinal() + 1) % all.length];
        }
        throw new IllegalArgumentException("Another " + value.getClass());
    }
}
