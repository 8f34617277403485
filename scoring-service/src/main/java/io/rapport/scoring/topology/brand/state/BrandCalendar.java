package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import org.jspecify.annotations.Nullable;

/**
 * The day of a brand.
 *
 * @param lastEvent latest epoch day with an engagement; {@link EpochDays#NONE} without one
 * @param eventDay the current day by an event clock; {@link EpochDays#NONE} before the first
 * @param day the current day; {@link EpochDays#NONE} before the first
 * @param turns how often the day has turned
 * @param floor earlier days cannot become the current one, because their sums were dropped; {@link EpochDays#NONE} without any
 * @param base the event clock begins on this day; {@link EpochDays#NONE} for the first day with an engagement
 * @param setting the administrator's latest decision; null without one
 */
public record BrandCalendar(
        int lastEvent,
        int eventDay,
        int day,
        long turns,
        int floor,
        int base,
        @Nullable DaySetting setting) {

    /** No day yet. */
    public static final BrandCalendar NEW =
            new BrandCalendar(EpochDays.NONE, EpochDays.NONE, EpochDays.NONE, 0, EpochDays.NONE, EpochDays.NONE, null);

    private static final int FIRST_VERSION_WITH_SETTING = 4;

    /**
     * An administrator's decision.
     *
     * @param day epoch day
     * @param at time in epoch milliseconds
     * @param published whether the current day was published with this decision
     */
    public record DaySetting(int day, String by, @Nullable String reason, long at, boolean published) {}

    /** Engagements received up to this time do not move the day ahead. */
    long since() {
        return setting == null ? Long.MIN_VALUE : setting.at;
    }

    /** Returns the calendar on another current day. */
    public BrandCalendar turnedTo(int newDay, long newTurns) {
        var known = setting == null ? null : new DaySetting(setting.day, setting.by, setting.reason, setting.at, true);
        return new BrandCalendar(lastEvent, eventDay, newDay, newTurns, floor, base, known);
    }

    /** Returns the calendar after a decision; the event day is still that of before. */
    BrandCalendar set(DaySetting decision) {
        return new BrandCalendar(lastEvent, eventDay, day, turns, floor, decision.day, decision);
    }

    /** Returns the calendar after engagements. */
    BrandCalendar withEvents(int last, int newEventDay) {
        return new BrandCalendar(Math.max(lastEvent, last), newEventDay, day, turns, floor, base, setting);
    }

    /** Returns the calendar after sums that earlier days than this one need were dropped. */
    BrandCalendar withFloor(int newFloor) {
        return new BrandCalendar(lastEvent, eventDay, day, turns, Math.max(floor, newFloor), base, setting);
    }

    /** Whether a decision is still to be published with the current day. */
    public boolean isSettingDue() {
        return setting != null && !setting.published;
    }

    void write(BinaryWriter out) {
        out.number(lastEvent)
                .number(day)
                .number(turns)
                .number(eventDay)
                .number(floor)
                .number(base);
        out.flag(setting != null);
        if (setting != null) {
            out.number(setting.day)
                    .text(setting.by)
                    .text(setting.reason)
                    .number(setting.at)
                    .flag(setting.published);
        }
    }

    /** Reads the calendar. Versions without settings followed the latest engagement, and dropped sums that no later day needs. */
    static BrandCalendar read(BinaryReader in) {
        var lastEvent = in.int32();
        var day = in.int32();
        var turns = in.int64();
        return in.version() < FIRST_VERSION_WITH_SETTING
                ? new BrandCalendar(lastEvent, lastEvent, day, turns, day, lastEvent, null)
                : new BrandCalendar(lastEvent, in.int32(), day, turns, in.int32(), in.int32(), readSetting(in));
    }

    private static @Nullable DaySetting readSetting(BinaryReader in) {
        return in.bool()
                ? new DaySetting(in.int32(), String.valueOf(in.text()), in.text(), in.int64(), in.bool())
                : null;
    }
}
