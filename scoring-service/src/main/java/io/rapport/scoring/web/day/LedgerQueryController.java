package io.rapport.scoring.web.day;

import io.rapport.scoring.query.LocalLedgerQueries;
import io.rapport.scoring.query.PeerLedgerQueries.Operation;
import io.rapport.web.problem.Problem;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the queries of the other instances from the state stores of this one. Paths outside of agencies are for the
 * installation administrator's token only.
 */
@RestController
@RequestMapping(
        path = "/v1/internal/ledgers",
        consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
        produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
public class LedgerQueryController {

    private final LocalLedgerQueries queries;

    LedgerQueryController(LocalLedgerQueries queries) {
        this.queries = queries;
    }

    @PostMapping("/figures")
    byte[] figures(@RequestBody byte[] query) {
        return answer(Operation.FIGURES, query, queries::figures);
    }

    @PostMapping("/people")
    byte[] people(@RequestBody byte[] query) {
        return answer(Operation.PEOPLE, query, queries::people);
    }

    @PostMapping("/persons")
    byte[] persons(@RequestBody byte[] query) {
        return answer(Operation.PERSONS, query, queries::persons);
    }

    @PostMapping("/period")
    byte[] period(@RequestBody byte[] query) {
        return answer(Operation.PERIOD, query, queries::period);
    }

    @PostMapping("/brand")
    byte[] brand(@RequestBody byte[] query) {
        return answer(Operation.BRAND, query, queries::brand);
    }

    @PostMapping("/content")
    byte[] content(@RequestBody byte[] query) {
        return answer(Operation.CONTENT, query, queries::content);
    }

    private static <Q, A> byte[] answer(Operation<Q, A> operation, byte[] body, Function<Q, A> query) {
        var asked = read(operation, body);
        if (asked == null) {
            throw Problem.invalid("body", "The body is a query of an instance of this version.")
                    .asException();
        }
        var answer = operation.answer().write(DayProblemMapper.orProblem(() -> query.apply(asked)));
        return answer == null ? new byte[0] : answer;
    }

    private static <Q, A> @Nullable Q read(Operation<Q, A> operation, byte[] body) {
        try {
            return operation.query().read(body);
        } catch (SerializationException e) {
            return null;
        }
    }
}
