package io.rapport.web.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The registered brands. */
public interface BrandCatalogue {

    /** A registered brand, or null. */
    @Nullable
    BrandRegistered find(BrandKey brand);

    /** All brands of all agencies, in no order. */
    Collection<BrandRegistered> all();

    /** The brands of an agency, by name. */
    default List<BrandRegistered> ofAgency(String agency) {
        return all().stream()
                .filter(brand -> brand.agency().equals(agency))
                .sorted(Comparator.comparing(BrandRegistered::brand))
                .toList();
    }

    /**
     * A registered brand.
     *
     * @throws ProblemException 404 if it is not registered
     */
    default BrandRegistered require(BrandKey brand) {
        var registered = find(brand);
        if (registered == null) {
            throw unknown(brand).asException();
        }
        return registered;
    }

    private static Problem unknown(BrandKey brand) {
        return Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-brand",
                "No such brand",
                "No brand '%2$s' is registered in agency '%1$s'. Register it with PUT /v1/agencies/%1$s/brands/%2$s at ingest."
                        .formatted(brand.agency(), brand.brand()));
    }
}
