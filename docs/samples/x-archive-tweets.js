window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id_str" : "1894000000000000001",
      "created_at" : "Mon Mar 02 08:31:00 +0000 2026",
      "full_text" : "@mirasolberg Yes, always!",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1893999999999999999",
      "in_reply_to_user_id_str" : "20017",
      "in_reply_to_screen_name" : "mirasolberg",
      "entities" : { "hashtags" : [ ], "user_mentions" : [ { "name" : "Mira Solberg", "screen_name" : "mirasolberg", "id_str" : "20017", "indices" : [ "0", "12" ] } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1894000000000000002",
      "created_at" : "Mon Mar 02 12:00:00 +0000 2026",
      "full_text" : "RT @aoifebakes: Warm buns with @harbourcoffee",
      "lang" : "en",
      "entities" : { "hashtags" : [ ], "user_mentions" : [ { "name" : "Aoife Brennan", "screen_name" : "aoifebakes", "id_str" : "30411", "indices" : [ "3", "14" ] } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1894000000000000003",
      "created_at" : "Tue Mar 03 09:00:00 +0000 2026",
      "full_text" : "Cupping night with @aoifebakes and @jonasweber on Friday",
      "lang" : "en",
      "entities" : { "hashtags" : [ ], "user_mentions" : [ { "name" : "Aoife Brennan", "screen_name" : "aoifebakes", "id_str" : "30411" }, { "name" : "Jonas Weber", "screen_name" : "jonasweber", "id_str" : "40882" } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1894000000000000004",
      "created_at" : "Wed Mar 04 07:00:00 +0000 2026",
      "full_text" : "Open from seven.",
      "lang" : "und",
      "entities" : { "hashtags" : [ ], "user_mentions" : [ ] }
    }
  }
]
