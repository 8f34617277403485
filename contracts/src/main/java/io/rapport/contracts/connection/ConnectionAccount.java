package io.rapport.contracts.connection;

/**
 * An account of a platform that a brand owns.
 *
 * @param id the platform's id of the page, profile or account
 * @param brand the brand, of the agency of the connection
 */
public record ConnectionAccount(String id, String brand) {}
