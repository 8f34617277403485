package io.rapport.contracts.model;

/** A number for each dimension of a relationship. */
public record DimensionValues(double know, double like, double trust) {}
