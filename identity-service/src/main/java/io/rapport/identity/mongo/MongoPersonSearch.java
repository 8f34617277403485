package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.PersonSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Finds people by their name and by their handles: two ordered streams of ids, of which the page is the first few. */
public final class MongoPersonSearch implements PersonSearch {

    private final MongoCollection<Document> people;
    private final MongoCollection<Document> handles;

    MongoPersonSearch(MongoCollection<Document> people, MongoCollection<Document> handles) {
        this.people = people;
        this.handles = handles;
    }

    @Override
    public List<PersonDescribed> find(BrandKey brand, String words, String after, int limit) {
        var start = after.isEmpty() ? brand.rangeStart() : brand.key(after);
        if (words.isBlank()) {
            return people(brand, and(gt("_id", start), exists("merged", false)), limit);
        }
        var pattern = Pattern.compile(Pattern.quote(words.strip().toLowerCase(Locale.ROOT)));
        var ids = new TreeSet<String>();
        ids.addAll(first(
                BrandScopedQueries.findInBrand(people, brand, and(gt("_id", start), exists("merged", false), regex("name", pattern))),
                "_id",
                limit));
        ids.addAll(first(
                BrandScopedQueries.findInBrand(handles, brand, and(gt("person", start), exists("merged", false), regex("words", pattern))),
                "person",
                limit));
        return people(brand, in("_id", ids.stream().limit(limit).toList()), limit);
    }

    /** The first few distinct values of a field. */
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
        return BrandScopedQueries.findInBrand(people, brand, filter)
                .sort(ascending("_id"))
                .limit(limit)
                .map(document -> MongoPersonRepository.read(document).state())
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(person -> person.person().toString()))
                .toList();
    }
}
