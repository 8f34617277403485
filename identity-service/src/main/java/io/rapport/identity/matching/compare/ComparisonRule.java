package io.rapport.identity.matching.compare;

/**
 * The comparison rules. Each has levels of agreement, best first; {@code m} and {@code u} are the shipped probabilities that a pair of the
 * same person, and of two people, falls on each level. Expectation maximisation adapts them to the brand.
 */
public enum ComparisonRule {
    GIVEN_NAME(true, p(.72, .06, .03, .08, .03, .08), p(.012, .004, .02, .003, .02, .941)),
    FAMILY_NAME(true, p(.80, .09, .03, .08), p(.006, .002, .01, .982)),
    NAME_ORDER(true, p(.95, .05), p(.8, .2)),
    HANDLE_NAME(true, new double[] {.45, .06, .08, .03, .20, .04, .03, .05, .01, .05}, new double[] {
        1e-4, 1e-4, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-4, .995
    }),
    HANDLE_PLACE(true, p(.10, .90), p(.005, .995)),
    /** An affix beside the name that is typical of the client's web domain; its weight is estimated separately. */
    HANDLE_BESIDE(true, p(1), p(1)),
    /** People rarely have two accounts on one channel. */
    HANDLE_CHANNEL(true, p(.90, .10), p(.50, .50)),
    HANDLE(false, p(.40, .15, .45), p(1e-5, 1e-3, .999)),
    BIRTH_DATE(false, p(.80, .10, .05, .02, .03), p(.0002, .002, .015, .06, .9228)),
    EMAIL(false, p(.55, .10, .12, .23), p(.0002, .001, .01, .9888)),
    PHONE(false, p(.60, .40), p(.0002, .9998)),
    STREET(false, p(.60, .20, .12, .08), p(.0005, .002, .03, .9675)),
    CITY(false, p(.75, .12, .13), p(.03, .005, .965)),
    POSTCODE(false, p(.80, .10, .10), p(.003, .005, .992)),
    REGION(false, p(.90, .10), p(.2, .8)),
    COUNTRY(false, p(.95, .05), p(.5, .5)),
    ORGANISATION(false, p(.60, .10, .30), p(.01, .005, .985)),
    /** WebFinger of one account names the other: an unverified claim that any server can make. */
    NAMED(false, p(.30, .70), p(.001, .999)),
    LINK(false, p(.50, .50), p(.0005, .9995)),
    LOCATION(false, p(.60, .40), p(.05, .95));

    private final boolean name;
    private final double[] m;
    private final double[] u;

    ComparisonRule(boolean name, double[] m, double[] u) {
        this.name = name;
        this.m = m;
        this.u = u;
    }

    private static double[] p(double... probabilities) {
        return probabilities;
    }

    /** Whether the rule compares names only. */
    public boolean isName() {
        return name;
    }

    public int levels() {
        return m.length;
    }

    public double m(int level) {
        return m[level];
    }

    public double u(int level) {
        return u[level];
    }
}
