package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.family.SearchText;
import io.rapport.mongo.BrandCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Finds people by their names and by the words of their handles: both queries in the order of ids, of which a page is the smallest. */
public final class MongoPersonSearch implements PersonSearch {

    private final BrandCollection people;
    private final BrandCollection handles;

    MongoPersonSearch(BrandCollection people, BrandCollection handles) {
        this.people = people;
        this.handles = handles;
    }

    @Override
    public List<PersonDescribed> find(BrandKey brand, String words, String after, int limit) {
        var start = after.isEmpty() ? brand.rangeStart() : brand.key(after);
        if (words.isBlank()) {
            return people(brand, and(gt("_id", start), exists("merged", false)), limit);
        }
        var pattern = Pattern.compile(Pattern.quote(SearchText.fold(words).strip()));
        var ids = new TreeSet<String>();
        ids.addAll(first(
                people.find(brand, and(gt("_id", start), exists("merged", false), regex("name", pattern))),
                "_id",
                limit));
        ids.addAll(first(
                handles.find(brand, and(gt("person", start), exists("merged", false), regex("words", pattern))),
                "person",
                limit));
        return people(brand, in("_id", ids.stream().limit(limit).toList()), limit);
    }

    /** The first distinct values of a field, in order. */
    private static Collection<String> first(FindIterable<Document> of, String field, int limit) {
        var distinct = new TreeSet<String>();
        try (var found = of.projection(include(field)).sort(ascending(field)).cursor()) {
            while (found.hasNext() && distinct.size() < limit) {
                distinct.add(found.next().getString(field));
            }
        }
        return distinct;
    }

    private List<PersonDescribed> people(BrandKey brand, Bson filter, int limit) {
        return people
                .find(brand, filter)
                .sort(ascending("_id"))
                .limit(limit)
                .map(document -> MongoPersonRepository.read(document).state())
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(person -> person.person().toString()))
                .toList();
    }
}
