package io.rapport.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method whose requests add documents to the stores. It is refused with 507 when the store is in memory and
 * the memory is full, before its body is read and while it is read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AddsDocuments {}
