package io.rapport.web.problem;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Responds with 503 and {@code Retry-After} when the store does not respond in time or cannot be reached. */
@RestControllerAdvice
@ConditionalOnClass(
        name = {"com.mongodb.MongoTimeoutException", "org.springframework.dao.DataAccessResourceFailureException"})
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class StoreExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StoreExceptionHandler.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ProblemExceptionHandler problems;

    StoreExceptionHandler(ProblemExceptionHandler problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        MongoTimeoutException.class,
        MongoExecutionTimeoutException.class,
        MongoSocketException.class,
        MongoServerUnavailableException.class,
        MongoConnectionPoolClearedException.class,
        MongoNotPrimaryException.class,
        MongoNodeIsRecoveringException.class,
        DataAccessResourceFailureException.class
    })
    @Nullable
    ResponseEntity<Object> unavailable(Exception e, WebRequest request) {
        LOG.warn("The store is not available: {}", e.toString());
        return problems.problem(
                Problem.unavailable(
                        "The store does not respond. Send the same request again a little later.", RETRY_AFTER),
                request);
    }
}
