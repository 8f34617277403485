package io.rapport.demo;

import io.rapport.contracts.brand.StaffHandle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One made-up brand and all that happens there, the same for the same seed and first day.
 *
 * @param brand whose year it is
 * @param start the first day
 * @param days how many
 * @param people its people, the client who goes quiet and the one who takes a new name among them
 * @param engagements what happens, in order
 */
public record DemoYear(
        DemoBrand brand, LocalDate start, int days, List<DemoPerson> people, List<DemoEngagement> engagements) {

    /**
     * Makes it up.
     *
     * @param seed of the dice
     * @param start the first day
     * @param days how many, at least 1
     */
    public static DemoYear of(DemoBrand brand, long seed, LocalDate start, int days) {
        var chance = new SeededRandom(seed * 31 + brand.brand().hashCode());
        var script = new DemoScript(brand, new DemoPeriod(start, days, brand.zone()), chance);
        var casting = new DemoPeopleGenerator(brand, chance, days);
        var people = casting.people();
        var posts = PostGenerator.write(script);
        var word = new WordOfMouthGenerator(script, people);
        new EverydayGenerator(script, posts, word).generate(people);
        new StoryGenerator(script, casting, word).generate();
        new SecondAccountGenerator(script, casting).join(people);
        return new DemoYear(brand, start, days, people, script.engagements());
    }

    /** What is sent to register the brand. */
    public Registration registration() {
        var staff = brand.staff().stream()
                .flatMap(member ->
                        brand.channels().stream().map(channel -> new StaffHandle(channel, String.valueOf(member.id()))))
                .toList();
        return new Registration(
                brand.name(),
                brand.timeZone(),
                "EVENT",
                staff,
                List.of("#ad", "#anzeige"),
                brand.answerTargetMinutes(),
                brand.prices());
    }

    /** The day of the last engagement: what day it is for the brand in the end. */
    public LocalDate lastDay() {
        return engagements
                .get(engagements.size() - 1)
                .occurredAt()
                .atZone(brand.zone())
                .toLocalDate();
    }

    /** Its clients, as its books have them. */
    public DemoClientList clients() {
        return DemoClientList.of(this);
    }

    /**
     * The body of a registration.
     *
     * @param name what people call the brand
     * @param timeZone IANA zone id
     * @param clock what tells the brand which day it is
     * @param staff its team's handles
     * @param paidMarkers words that mark a message as paid for
     * @param answerTargetMinutes within how many minutes it means to answer
     * @param prices what things cost it
     */
    public record Registration(
            String name,
            String timeZone,
            String clock,
            List<StaffHandle> staff,
            List<String> paidMarkers,
            @Nullable Integer answerTargetMinutes,
            DemoPrices prices) {}
}
