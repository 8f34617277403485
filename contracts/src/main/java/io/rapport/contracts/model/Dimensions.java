package io.rapport.contracts.model;

/** One value for each dimension of a relationship. */
public record Dimensions(double know, double like, double trust) {}
