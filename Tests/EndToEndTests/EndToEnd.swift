import Testing

/// Tests that start the real program, one after the other: processes of several suites at a time get in each other's way.
@Suite(.serialized) enum EndToEnd {}
