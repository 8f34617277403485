package io.rapport.contracts.model;

/** One value for each dimension of a relationship. */
public record DimensionValues(double know, double like, double trust) {}
