package io.rapport.report.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * Records the queries that the driver sends, one of each shape, to explain them. Not those without a filter, which read everything
 * on purpose, and not those of {@code meta}, which has a handful of documents.
 */
final class RecordedQueries implements CommandListener {

    private final Map<String, BsonDocument> byShape = Collections.synchronizedMap(new LinkedHashMap<>());

    void clear() {
        byShape.clear();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        switch (event.getCommandName()) {
            case "find" ->
                record(command.getString("find"), command.getDocument("filter", new BsonDocument()), command);
            case "aggregate" -> recordAggregate(command.getString("aggregate"), command);
            case "update" -> recordAll(command.getString("update"), command.getArray("updates"));
            case "delete" -> recordAll(command.getString("delete"), command.getArray("deletes"));
            case "findAndModify" ->
                record(command.getString("findAndModify"), command.getDocument("query"), new BsonDocument());
            default -> {
                // Not a query.
            }
        }
    }

    /** The recorded queries that scan a collection. */
    List<String> findScans(MongoDatabase database) {
        return find(database, (query, plan) -> plan.contains("COLLSCAN"));
    }

    /** The recorded queries that several indexes fit, of which they name none: the planner tries them all. */
    List<String> findUndecided(MongoDatabase database) {
        return find(database, (query, plan) -> !query.containsKey("hint") && !plan.contains("\"rejectedPlans\": []"));
    }

    private List<String> find(MongoDatabase database, BiPredicate<BsonDocument, String> condition) {
        var found = new ArrayList<String>();
        for (var query : List.copyOf(byShape.values())) {
            var explain = new Document("explain", query).append("verbosity", "queryPlanner");
            if (condition.test(query, database.runCommand(explain).toJson())) {
                found.add(query.toJson());
            }
        }
        return found;
    }

    /** An aggregation, as which the driver sends a count, begins with a filter. */
    private void recordAggregate(BsonString collection, BsonDocument command) {
        var pipeline = command.getArray("pipeline");
        var filter = pipeline.get(0).asDocument().getDocument("$match", new BsonDocument());
        if (!filter.isEmpty()) {
            var query = new BsonDocument("aggregate", collection)
                    .append("pipeline", pipeline)
                    .append("cursor", new BsonDocument());
            if (command.containsKey("hint")) {
                query.append("hint", command.get("hint"));
            }
            byShape.putIfAbsent("aggregate " + collection.getValue() + shape(filter), query.clone());
        }
    }

    private void recordAll(BsonString collection, BsonArray writes) {
        writes.forEach(write -> record(collection, write.asDocument().getDocument("q"), new BsonDocument()));
    }

    private void record(BsonString collection, BsonDocument filter, BsonDocument command) {
        if (filter.isEmpty() || collection.getValue().equals("meta")) {
            return;
        }
        var query = new BsonDocument("find", collection).append("filter", filter);
        for (var part : List.of("sort", "projection", "limit", "hint")) {
            if (command.containsKey(part)) {
                query.append(part, command.get(part));
            }
        }
        byShape.putIfAbsent(collection.getValue() + shape(filter) + command.get("sort"), query.clone());
    }

    /** The names in a filter, without its values. */
    private static String shape(BsonValue value) {
        if (value.isArray()) {
            return value.asArray().isEmpty()
                    ? "[]"
                    : "[" + shape(value.asArray().get(0)) + "]";
        }
        if (!value.isDocument()) {
            return "?";
        }
        var names = new StringBuilder("{");
        value.asDocument().forEach((name, part) -> names.append(name).append(shape(part)));
        return names.append("}").toString();
    }
}
