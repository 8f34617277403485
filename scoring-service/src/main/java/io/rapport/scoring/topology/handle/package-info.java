/** The stage keyed by handle: counts each engagement once and adds it to the person the handle is assigned to. */
