package io.rapport.web.request;

import java.util.Set;

/** Resolves a controller argument from request parameters. */
public interface ParameterReader {

    /** The names of the request parameters it reads; each may be given once. */
    Set<String> parameters();
}
