package io.rapport.standalone.demo;

import io.rapport.contracts.brand.StaffHandle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One made-up brand and all that happens there, the same for the same seed and first day.
 *
 * @param brand whose year it is
 * @param people its people, the client who goes quiet and the one who takes a new name among them
 * @param engagements what happens, in order
 */
record DemoYear(DemoBrand brand, List<DemoPerson> people, List<DemoEngagement> engagements) {

    /**
     * Makes it up.
     *
     * @param seed of the dice
     * @param start the first day
     * @param days how many, at least 1
     */
    static DemoYear of(DemoBrand brand, long seed, LocalDate start, int days) {
        var chance = new Chance(seed * 31 + brand.brand().hashCode());
        var script = new Script(brand, new Span(start, days, brand.zone()), chance);
        var casting = new Casting(brand, chance, days);
        var people = casting.people();
        var posts = Posts.write(script);
        new Everyday(script, posts).play(people);
        new Stories(script, casting).tell(people);
        return new DemoYear(brand, people, script.finished());
    }

    /** What is sent to register the brand. */
    Registration registration() {
        var staff = brand.staff().stream()
                .flatMap(member -> brand.channels().stream()
                        .map(channel -> new StaffHandle(channel, String.valueOf(member.id()))))
                .toList();
        return new Registration(
                brand.name(), brand.timeZone(), "EVENT", staff, List.of("#ad", "#anzeige"), brand.answerTargetMinutes());
    }

    /** The body of a registration. */
    record Registration(
            String name,
            String timeZone,
            String clock,
            List<StaffHandle> staff,
            List<String> paidMarkers,
            @Nullable Integer answerTargetMinutes) {}
}
