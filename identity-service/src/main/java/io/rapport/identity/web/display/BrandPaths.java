package io.rapport.identity.web.display;

import io.rapport.contracts.BrandKey;

/** Paths of a brand's pages. */
public final class BrandPaths {

    private BrandPaths() {}

    /** Returns the path of the list of people; {@code …/people} are the pages of the report service. */
    public static String people(BrandKey brand) {
        return brand(brand) + "/identities";
    }

    /** Returns the path of the page of a person in the report service. */
    public static String relationship(BrandKey brand, Object person) {
        return brand(brand) + "/people/" + person;
    }

    /** Returns the path of the review queue. */
    public static String reviews(BrandKey brand) {
        return brand(brand) + "/reviews";
    }

    /** Returns the path of the list of erasures. */
    public static String erasures(BrandKey brand) {
        return brand(brand) + "/erasures";
    }

    /** Returns the path of an erasure receipt. */
    public static String erasure(BrandKey brand, Object erasure) {
        return erasures(brand) + "/" + erasure;
    }

    private static String brand(BrandKey brand) {
        return "/agencies/" + brand.agency() + "/brands/" + brand.brand();
    }
}
