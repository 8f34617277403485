package io.rapport.report.channels;

import io.rapport.report.domain.channel.CountedContact;
import io.rapport.web.paging.Cursor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The order of what a figure counts; ties are broken by the id of the engagement. */
enum CountedOrder {
    /** The newest first. */
    NEWEST("-at", each -> each.contact().at().toEpochMilli()),
    /** The largest amount first: the longest time to an answer, the most minutes. */
    LARGEST("-amount", CountedContact::amount);

    private final String field;
    private final ToDoubleFunction<CountedContact> value;

    CountedOrder(String field, ToDoubleFunction<CountedContact> value) {
        this.field = field;
        this.value = value;
    }

    /** The value of the parameter. */
    String field() {
        return field;
    }

    static Optional<CountedOrder> fromField(String field) {
        return Arrays.stream(values())
                .filter(order -> order.field.equals(field))
                .findFirst();
    }

    /** What comes after a position, in this order; null for the beginning. */
    List<CountedContact> after(List<CountedContact> counted, @Nullable Cursor after) {
        var order = Comparator.comparingDouble(value)
                .reversed()
                .thenComparing(each -> each.contact().id());
        if (after == null) {
            return counted.stream().sorted(order).toList();
        }
        var last = after.number(field, 0);
        var id = UUID.fromString(after.text(field, 1));
        return counted.stream()
                .filter(each -> isAfter(each, last, id))
                .sorted(order)
                .toList();
    }

    /** The position of the last one of a page. */
    Cursor cursor(CountedContact last) {
        return Cursor.of(field, value.applyAsDouble(last), last.contact().id());
    }

    private boolean isAfter(CountedContact each, double last, UUID id) {
        var own = value.applyAsDouble(each);
        return own < last || own == last && each.contact().id().compareTo(id) > 0;
    }
}
