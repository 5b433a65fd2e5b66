/// English verbs as advice uses them.
enum EnglishVerbs {
  static let verbs = """
    accept adapt add adjust adopt advise agree alert align allow analyse analyze announce answer
    anticipate apply appoint approve arrange ask assess assign assist assume attend authorise
    authorize avoid be become begin believe bring brief broaden build buy carry choose clarify
    classify collect combine come communicate compare compile conduct configure confirm connect
    consider consult continue convene cooperate coordinate create decide define delete deliver
    deny deploy describe designate destroy detect determine develop disable disconnect discuss
    distribute do does don't eat elect eliminate employ enable encourage encrypt enforce engage
    enhance enrol ensure enter equip erase establish evacuate evaluate examine exclude execute
    expand expect explain explore extend facilitate familiarise familiarize fill find follow
    forbid forget fulfil gather get give go grant guarantee hand hang harden have hear hide hold
    identify ignore immobilise implement improve include inform inquire insist inspect install
    instruct insert intensify introduce invest investigate invite involve is isolate join keep
    know lay learn leave lend let limit listen locate maintain make manage meet mention minimise
    minimize mitigate modify monitor motivate must neutralise notify obtain offer omit operate
    oppose organise organize outline pack participate pay perform postpone practise prepare
    preserve prevent prioritise prioritize proceed procure prohibit protect prove provide
    publish put react read realise reassess reassure receive recognise recommend reconsider
    reconnect redirect reduce refer refrain refuse reinforce reject relocate remain remember
    remind remove reopen repeat replace reply require reschedule resist resolve respond restart
    restore restrict resume retain rethink revise revoke rotate safeguard save say screen see
    seek select sell send serve set settle should simplify sit speak specify spread stand
    stimulate stipulate strengthen submit subscribe supervise suspend take teach tell terminate
    think throw tighten train translate treat try turn understand uninstall unplug urge validate
    vary verify want warn weigh withdraw wait write are was were has had will shall can
    """

  static let alsoNouns = """
    access act address aim allocate appeal approach archive audit backup back balance ban bar
    base block blog board book boost boot broadcast budget call cancel care cast catch challenge
    change charge check circulate claim comment compromise conceal concentrate condition contact
    contract control copy cost count counter cover crack cross cut date deal debate debrief
    delay demand design detail direct display document dose double doubt drill drop dump echo
    email escalate estimate experiment expose face fight file film finance fire flag focus force
    form formulate freeze frame fund guard guide halt handle harness head host house inventory
    issue judge label land launch level light line link list load lock log look mail mark mask
    match measure mind move name net note notice number nurse object observe order pass patrol
    permit photograph picture place plan police post power present press price print process
    produce profile program project promise protest question quote range rate record refresh
    register rehearse release report research reserve rest result review reward risk route rule
    sample schedule score seal search segment sense shape shield ship shut sign signal sort
    source split spot staff stage start state step stick stock stop stress structure study
    supply support survey switch swap talk target task tape test text tie time trace track trade
    trail transfer trap travel trial trim use value voice vote watch weight welcome whitelist
    wipe witness work worry wrap zone help exercise visit view update upgrade request return
    exchange need needs download draft scan escort patch speed store trust close clean clear
    complete empty open secure separate lower forward lead run share phone purchase point pause
    walk wear touch show stay fit finish fix pick pull push raise reach hire mount filter figure
    drive draw
    """

  /// Words that a name of something wished for begins with.
  static let nouns = """
    a an the extra more additional increased increasing better enhanced heightened strict
    stricter regular careful close closer full tight tighter clear good greater improved strong
    stronger continued constant permanent frequent daily weekly general special awareness
    caution care security safety training guidance contact control surveillance oversight alert
    alertness no possible proper joint timely better-trained well-trained swift quick prompt
    rapid fast early active adequate sufficient mutual wider broader thorough systematic
    proactive visible physical less fewer vigilance attention higher new cooperation mandatory
    compulsory periodic two three four five six seven eight nine ten several password passwords
    emergency camera cameras firewall firewalls software hardware antivirus phishing lighting
    information equipment resilience policy policies procedure procedures agreement agreements
    arrangements accounts backups fences barriers fewest spare reserves spares
    """

  /// What a thing only is said to be, where nobody is asked to do it: "caution is required".
  static let wishes = """
    advised required needed recommended necessary desirable essential important crucial wanted
    desired advisable expected
    """

  static let companions = """
    the a an your our their its his her my all any each every both this these those that what which
    who whom where when whether how why if it them him us me you nobody nothing someone anyone
    everybody everyone somebody anything something out up down off
    """

  static let openers = """
    now today tonight tomorrow immediately directly first next then also always never please
    this that these week weekend month year afternoon morning evening night day days hour hours
    daily weekly monthly before after within during until till by from in on at for as of to
    with without if when the not do january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday again
    once twice and or but so
    """

  /// Words before a noun, after which no clause begins.
  static let modifiers = """
    extra more better additional increased stricter less fewer full no continued a an
    """

  /// What stands before a noun that a verb is about.
  static let articles = """
    the a an your our their its his her each every
    """

  /// What is close, clear, secure or open, where nobody is asked to close or clear it.
  static let described = """
    cooperation coordination collaboration monitoring contact attention watch supervision
    communication communications guidance agreement agreements instruction instructions procedure
    procedures rule rules line lines ties links control controls right rights training
    """
}
