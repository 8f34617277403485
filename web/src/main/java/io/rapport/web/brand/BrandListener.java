package io.rapport.web.brand;

import io.rapport.contracts.brand.BrandRegistered;

/** A bean that is called for every registered brand: at the start of the service, and with each registration and change. */
@FunctionalInterface
public interface BrandListener {

    /** Receives a brand. Called from one thread, before the brand is visible in {@link BrandCatalogue}. */
    void onRegistered(BrandRegistered brand);
}
