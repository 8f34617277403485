package io.rapport.demo;

import io.rapport.contracts.brand.StaffHandle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up brand with its generated engagements: the same for the same seed and first day.
 *
 * @param brand the brand
 * @param start the first day
 * @param days the number of days
 * @param people the people
 * @param engagements the engagements, by time
 */
public record DemoYear(
        DemoBrand brand, LocalDate start, int days, List<DemoPerson> people, List<DemoEngagement> engagements) {

    /**
     * Generates a year.
     *
     * @param seed the seed of the random numbers
     * @param start the first day
     * @param days the number of days, at least 1
     */
    public static DemoYear of(DemoBrand brand, long seed, LocalDate start, int days) {
        var random = new SeededRandom(seed * 31 + brand.brand().hashCode());
        var script = new DemoScript(brand, new DemoPeriod(start, days, brand.zone()), random);
        var peopleGenerator = new DemoPeopleGenerator(brand, random, days);
        var people = peopleGenerator.generate();
        var posts = PostGenerator.generate(script);
        var wordOfMouth = new WordOfMouthGenerator(script, people);
        new EverydayGenerator(script, posts, wordOfMouth).generate(people);
        new StoryGenerator(script, peopleGenerator, wordOfMouth).generate();
        new SecondAccountGenerator(script, peopleGenerator).generate(people);
        return new DemoYear(brand, start, days, people, script.engagements());
    }

    /** The request that registers the brand. */
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

    /** The day of the last engagement, which is the brand's last day. */
    public LocalDate lastDay() {
        return engagements
                .get(engagements.size() - 1)
                .occurredAt()
                .atZone(brand.zone())
                .toLocalDate();
    }

    /** The client list. */
    public DemoClientList clients() {
        return DemoClientList.of(this);
    }

    /**
     * The body of a registration.
     *
     * @param name the display name
     * @param timeZone IANA zone id
     * @param clock the brand clock
     * @param staff the handles of the team
     * @param paidMarkers words that mark a message as paid
     * @param answerTargetMinutes the answer target, in minutes
     * @param prices the price list
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
