package io.rapport.scoring.query;

import io.rapport.messaging.json.JsonSerde;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;

/** Sends queries to another instance, with the installation administrator's token. */
public final class PeerLedgerQueries implements LedgerQueries {

    /** Path of the queries between instances; the name of a query follows. */
    public static final String PATH = "/v1/internal/ledgers/";

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI peer;
    private final String token;

    /** Creates the queries of one instance. */
    public PeerLedgerQueries(HttpClient http, URI peer, String token) {
        this.http = http;
        this.peer = peer;
        this.token = token;
    }

    /** A kind of query with its path and formats. */
    public record Operation<Q, A>(String name, JsonSerde<Q> query, JsonSerde<A> answer) {

        /** Sums over people and messages. */
        public static final Operation<FiguresQuery, FiguresAnswer> FIGURES =
                of("figures", FiguresQuery.class, FiguresAnswer.class);
        /** A page of people. */
        public static final Operation<PeopleQuery, PeopleAnswer> PEOPLE =
                of("people", PeopleQuery.class, PeopleAnswer.class);
        /** Some people on some days. */
        public static final Operation<PersonsQuery, PersonsAnswer> PERSONS =
                of("persons", PersonsQuery.class, PersonsAnswer.class);
        /** Sums of a period and lists of people. */
        public static final Operation<PeriodQuery, PeriodAnswer> PERIOD =
                of("period", PeriodQuery.class, PeriodAnswer.class);
        /** The ledgers of a brand itself. */
        public static final Operation<BrandQuery, BrandAnswer> BRAND = of("brand", BrandQuery.class, BrandAnswer.class);

        /** The latest posts up to a day. */
        public static final Operation<ContentQuery, ContentAnswer> CONTENT =
                of("content", ContentQuery.class, ContentAnswer.class);

        private static <Q, A> Operation<Q, A> of(String name, Class<Q> query, Class<A> answer) {
            return new Operation<>(name, new JsonSerde<>(query), new JsonSerde<>(answer));
        }
    }

    @Override
    public FiguresAnswer figures(FiguresQuery query) {
        return ask(Operation.FIGURES, query);
    }

    @Override
    public PeopleAnswer people(PeopleQuery query) {
        return ask(Operation.PEOPLE, query);
    }

    @Override
    public PersonsAnswer persons(PersonsQuery query) {
        return ask(Operation.PERSONS, query);
    }

    @Override
    public PeriodAnswer period(PeriodQuery query) {
        return ask(Operation.PERIOD, query);
    }

    @Override
    public BrandAnswer brand(BrandQuery query) {
        return ask(Operation.BRAND, query);
    }

    @Override
    public ContentAnswer content(ContentQuery query) {
        return ask(Operation.CONTENT, query);
    }

    private <Q, A> A ask(Operation<Q, A> operation, Q query) {
        if (token.isEmpty()) {
            throw new LedgersUnavailableException(
                    "Set rapport.admin-token to the same value in every instance of scoring: they ask one another with"
                            + " it.",
                    null);
        }
        var request = HttpRequest.newBuilder(peer.resolve(PATH + operation.name))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(operation.query.write(query)))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var answer = response.statusCode() == OK ? operation.answer.read(response.body()) : null;
            if (answer == null) {
                throw new LedgersUnavailableException(
                        "The instance " + peer + " answered with status " + response.statusCode() + ".", null);
            }
            return answer;
        } catch (IOException | SerializationException e) {
            throw new LedgersUnavailableException("The instance " + peer + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgersUnavailableException("The service stops. Retry the request.", e);
        }
    }
}
