package io.rapport.scoring.topology.tie;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.contracts.tie.RelationshipTieChangedBuilder;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.domain.tie.TieSort;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds up the ties of people and publishes each, at most once a second; null when nothing is left. */
final class PersonTieProcessor implements Processor<String, TieLedger, String, PublicEvent> {

    private static final JsonSerde<RelationshipTieChanged> JSON = new JsonSerde<>(RelationshipTieChanged.class);

    private ProcessorContext<String, PublicEvent> context;
    private KeyValueStore<String, PersonTie> ties;
    private ThrottledBuffer<TieLedger> pending;

    @SuppressWarnings("NullAway.Init")
    PersonTieProcessor() {}

    @Override
    public void init(ProcessorContext<String, PublicEvent> context) {
        this.context = context;
        this.ties = context.getStateStore(TieStores.PERSON_TIE);
        this.pending = new ThrottledBuffer<>(context, TieStores.TIE_PENDING, TieLedger::plus);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> pending.sendDue(now, this::publish));
    }

    @Override
    public void process(Record<String, TieLedger> record) {
        pending.add(record.key(), record.value());
    }

    private void publish(Record<String, TieLedger> due) {
        if (due.value().isEmpty()) {
            return;
        }
        var known = ties.get(due.key());
        var after = (known == null ? PersonTie.EMPTY : known).next(due.value());
        ties.put(due.key(), after);
        var json = after.contacts().isEmpty() ? null : JSON.write(event(due.key(), after));
        var event = new PublicEvent(Topic.TIE_CURRENT, json);
        context.forward(PublicEvent.stateRecord(event, due.key(), after.sequence(), due.timestamp()));
    }

    private static RelationshipTieChanged event(String key, PersonTie tie) {
        var parts = TopicKeys.split(key);
        var contacts = tie.contacts();
        var totals = contacts.totals();
        return RelationshipTieChangedBuilder.builder()
                .agency(parts.get(0))
                .brand(parts.get(1))
                .person(UUID.fromString(parts.get(2)))
                .other(UUID.fromString(parts.get(3)))
                .firstDay(EpochDays.toDate(contacts.firstDay()))
                .lastDay(EpochDays.toDate(contacts.lastDay()))
                .weight(contacts.weight())
                .messages(totals.getOrDefault(TieSort.MESSAGE, 0L))
                .events(totals.getOrDefault(TieSort.EVENT, 0L))
                .referrals(totals.getOrDefault(TieSort.REFERRAL, 0L))
                .referredBy(totals.getOrDefault(TieSort.REFERRED_BY, 0L))
                .sequence(tie.sequence())
                .mentions(totals.getOrDefault(TieSort.MENTION, 0L))
                .days(contacts.days(RelationshipTieChanged.MAX_DAYS))
                .build();
    }
}
