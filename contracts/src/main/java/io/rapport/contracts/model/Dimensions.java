package io.rapport.contracts.model;

/** A number for each dimension of a relationship. */
public record Dimensions(double know, double like, double trust) {}
