package io.rapport.web.capacity;

/** Measures the memory that holds the documents. A service has one only if its store is in memory. */
@FunctionalInterface
public interface MemoryReading {

    /** The share of the memory that is in use, from 0 to 1, garbage excluded. */
    double usedRatio();
}
